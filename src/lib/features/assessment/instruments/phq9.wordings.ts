import type { Wording } from './build';

/** PHQ-9, es-US. */
export const phq9EsUS: Wording = {
	language: 'es-US',
	title: 'Cuestionario sobre la salud del paciente-9 (PHQ-9)',
	instructions: ['Durante las últimas 2 semanas, ¿qué tan seguido ha tenido molestias debido a los siguientes problemas?'],
	options: ['Ningún día', 'Varios días', 'Más de la mitad de los días', 'Casi todos los días'],
	items: [
		'Poco interés o placer en hacer cosas',
		'Se ha sentido decaído(a), deprimido(a) o sin esperanzas',
		'Ha tenido dificultad para quedarse o permanecer dormido(a), o ha dormido demasiado',
		'Se ha sentido cansado(a) o con poca energía',
		'Sin apetito o ha comido en exceso',
		'Se ha sentido mal con usted mismo(a) – o que es un fracaso o que ha quedado mal con usted mismo(a) o con su familia',
		'Ha tenido dificultad para concentrarse en ciertas actividades, tales como leer el periódico o ver la televisión',
		'¿Se ha movido o hablado tan lento que otras personas podrían haberlo notado? o lo contrario – muy inquieto(a) o agitado(a) que ha estado moviéndose mucho más de lo normal',
		'Pensamientos de que estaría mejor muerto(a) o de lastimarse de alguna manera',
		'Si marcó cualquiera de los problemas, ¿qué tanta dificultad le han dado estos problemas para hacer su trabajo, encargarse de las tareas del hogar, o llevarse bien con otras personas?'
	],
	itemOptions: { '69722-7': ['No ha sido difícil', 'Un poco difícil', 'Muy difícil', 'Extremadamente difícil'] },
	origin: "form carries the developers' Spanish footer; the page does not use the word 'official'",
	notes: [
		'line breaks of the PDF text layer joined; wording untouched',
		"locale es-US is inferred from the form family, the copy itself says only 'Spanish'"
	]
};

/** PHQ-9, es-CO. */
export const phq9EsCO: Wording = {
	language: 'es-CO',
	title: 'Cuestionario sobre la Salud del Paciente-9',
	instructions: ['Durante las últimas 2 semanas, ¿con qué frecuencia ha sentido molestias por los siguientes problemas?'],
	options: ['Para nada', 'Varios días', 'Más de la mitad de los días', 'Casi todos los días'],
	items: [
		'Poco interés o placer en hacer las cosas',
		'Sentirse desanimado/a, deprimido/a o sin esperanzas',
		'Problemas para dormir o mantenerse el sueño o dormir demasiado',
		'Sentirse cansado/a o con poca energía',
		'Sentir poco apetito o comer en exceso',
		'Sentirse mal acerca de sí mismo o tener un sentimiento de fracaso o de abandono propio o de la familia',
		'Dificultad para concentrarse en diferentes actividades tales como leer el periódico o ver televisión',
		'Moverse o hablar tan despacio que otras personas lo han notado o bien, por el contrario, estar tan inquieto/a o intranquilo/a que se mueve mucho más de lo normal',
		'Pensamientos acerca de que sería mejor estar muerto/a o deseos de lastimarse de alguna forma',
		'Si marcó cualquier problema, ¿qué grado de dificultad le generaron estos problemas para realizar su trabajo, encargarse de las tareas domésticas o relacionarse con otras personas?'
	],
	itemOptions: { '69722-7': ['No ha sido difícil', 'Algo difícil', 'Muy difícil', 'Extremadamente difícil'] },
	origin: "yes, stated by source: 'versión oficial en español para Colombia (Pfizer) · se reproduce sin autorización'",
	notes: [
		'different official national variant; never mix items of es-US and es-CO'
	]
};

/** PHQ-9, fr-FR. */
export const phq9FrFR: Wording = {
	language: 'fr-FR',
	title: 'PHQ-9',
	instructions: ['Au cours des 2 dernières semaines, selon quelle fréquence avez-vous été gêné(e) par les problèmes suivants ?'],
	options: ['Jamais', 'Plusieurs jours', 'Plus de la moitié du temps', 'Presque tous les jours'],
	items: [
		'Peu d’intérêt ou de plaisir à faire les choses',
		'Être triste, déprimé(e) ou désespéré(e)',
		'Difficultés à s’endormir ou à rester endormi(e), ou dormir trop',
		'Se sentir fatigué(e) ou manquer d’énergie',
		'Avoir peu d’appétit ou manger trop',
		'Avoir une mauvaise opinion de soi-même, ou avoir le sentiment d’être nul(le), ou d’avoir déçu sa famille ou s’être déçu(e) soi-même',
		'Avoir du mal à se concentrer, par exemple, pour lire le journal ou regarder la télévision',
		'Bouger ou parler si lentement que les autres auraient pu le remarquer. Ou au contraire, être si agité(e) que vous avez eu du mal à tenir en place par rapport à d’habitude',
		'Penser qu’il vaudrait mieux mourir ou envisager de vous faire du mal d’une manière ou d’une autre',
		null
	],
	origin: "yes, stated by source: 'Extracted MECHANICALLY from the embedded text layer of the official phqscreeners.com PDF'",
	notes: [
		'difficulty item (q10) not included in the source file: omit it in this language'
	]
};

/** PHQ-9, ru. */
export const phq9Ru: Wording = {
	language: 'ru',
	title: 'PHQ-9',
	instructions: ['Как часто за последние 2 недели Вас беспокоили следующие проблемы?'],
	options: ['Ни разу', 'Несколько дней', 'Более недели', 'Почти каждый день'],
	items: [
		'Вам не хотелось ничего делать',
		'У Вас было плохое настроение, Вы были подавлены или испытывали чувство безысходности',
		'Вам было трудно заснуть, у Вас был прерывистый сон, или Вы слишком много спали',
		'Вы были утомлены, или у Вас было мало сил',
		'У Вас был плохой аппетит, или Вы переедали',
		'Вы плохо о себе думали: считали себя неудачником (неудачницей), или были в себе разочарованы, или считали, что подвели свою семью',
		'Вам было трудно сосредоточиться (например, на чтении газеты или на просмотре телепередач)',
		'Вы двигались или говорили настолько медленно, что окружающие это замечали? Или, наоборот, Вы были настолько суетливы или взбудоражены, что двигались гораздо больше обычного',
		'Вас посещали мысли о том, что Вам лучше было бы умереть, или о том, чтобы причинить себе какой-нибудь вред',
		'Если Вы положительно ответили на какие-нибудь пункты, то оцените, насколько трудно Вам было работать, заниматься домашними делами или общаться с людьми из-за этих проблем?'
	],
	itemOptions: { '69722-7': ['Совсем не трудно', 'Немного трудно', 'Очень трудно', 'Чрезвычайно трудно'] },
	origin: "yes, stated by both sources (official phqscreeners.com PDF, 'Russian for Russia')",
	notes: [
		"official label for value 2 is 'Более недели' (literally 'more than a week')",
		'older copies differ slightly in q7/q8'
	]
};
