import type { Wording } from './build';

/** ASQ, es. */
export const asqEs: Wording = {
	language: 'es',
	title: 'Preguntas de Detección del Riesgo de Suicidio (ASQ)',
	instructions: ['Pregúntele al paciente:'],
	options: ['No', 'Sí'],
	items: [
		'En las últimas semanas, ¿ha deseado estar muerto?',
		'En las últimas semanas, ¿ha sentido que usted o su familia estarían mejor si estuviera muerto?',
		'En la última semana, ¿ha estado pensando en suicidarse?',
		'¿Alguna vez ha intentado suicidarse?',
		null,
		'Si el paciente contesta que Sí a alguna de las preguntas anteriores, hágale la siguiente pregunta para evaluar la agudeza:',
		'¿Está pensando en suicidarse en este momento?'
	],
	origin: "yes, stated by source: 'National Institute of Mental Health (2017), versión oficial en español · dominio público'",
	notes: [
		'q4a has no text in a copy that says it is official, so it is left out.'
	]
};
