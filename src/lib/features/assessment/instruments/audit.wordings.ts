import type { Wording } from './build';

const OFTEN = ['Nunca', 'Menos de una vez al mes', 'Mensualmente', 'Semanalmente', 'A diario o casi a diario'];
const HARM = ['No', 'Sí, pero no en el curso del último año', 'Sí, el último año'];

/** AUDIT, es: the self-report form. */
export const auditEs: Wording = {
	language: 'es',
	title: 'AUDIT: Cuestionario de Identificación de los Trastornos debidos al Consumo de Alcohol',
	instructions: ['Debido a que el uso del alcohol puede afectar su salud e interferir con ciertos medicamentos y tratamientos, es importante que le hagamos algunas preguntas sobre su uso del alcohol. Sus respuestas serán confidenciales, así que sea honesto por favor. Marque una X en el cuadro que mejor describa su respuesta a cada pregunta.'],
	options: [],
	items: [
		'¿Con qué frecuencia consume alguna bebida alcohólica?',
		'¿Cuántas consumiciones de bebidas alcohólicas suele realizar en un día de consumo normal?',
		'¿Con qué frecuencia toma 6 o más bebidas alcohólicas en un solo día?',
		'¿Con qué frecuencia en el curso del último año ha sido incapaz de parar de beber una vez había empezado?',
		'¿Con qué frecuencia en el curso del último año no pudo hacer lo que se esperaba de usted porque había bebido?',
		'¿Con qué frecuencia en el curso del último año ha necesitado beber en ayunas para recuperarse después de haber bebido mucho el día anterior?',
		'¿Con qué frecuencia en el curso del último año ha tenido remordimientos o sentimientos de culpa después de haber bebido?',
		'¿Con qué frecuencia en el curso del último año no ha podido recordar lo que sucedió la noche anterior porque había estado bebiendo?',
		'¿Usted o alguna otra persona ha resultado herido porque usted había bebido?',
		'¿Algún familiar, amigo, médico o profesional sanitario ha mostrado preocupación por su consumo de bebidas alcohólicas o le han sugerido que deje de beber?'
	],
	itemOptions: {
		q1: ['Nunca', 'Una o menos veces al mes', 'De 2 a 4 veces al mes', 'De 2 a 3 veces a la semana', '4 o más veces a la semana'],
		q2: ['1 o 2', '3 o 4', '5 o 6', 'De 7 a 9', '10 o más'],
		q3: OFTEN,
		q4: OFTEN,
		q5: OFTEN,
		q6: OFTEN,
		q7: OFTEN,
		q8: OFTEN,
		q9: HARM,
		q10: HARM
	},
	origin: 'recognised: Spanish edition of the WHO manual under the WHO document number, published by the Generalitat Valenciana',
	notes: [
		'this is the self-report form text (instruction says mark an X); English shipped version is the interview form',
		"q3 says 'en un solo día' where English says 'on one occasion'",
		"copies vary: q4 'una vez (que) había empezado', q9 'herido/heridos', q10 'han/ha sugerido'",
		"TRAP: RADAR-base audit_armt_es.json asks about 'el último mes' and codes answers 1-5: not AUDIT"
	]
};

/** AUDIT-C, es: the first three of the AUDIT. */
export const auditCEs: Wording = {
	...auditEs,
	title: 'AUDIT-C',
	instructions: [],
	items: auditEs.items.slice(0, 3),
	origin: 'as AUDIT es'
};
