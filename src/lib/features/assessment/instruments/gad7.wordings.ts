import type { Wording } from './build';

/** GAD-7, es-CO. */
export const gad7EsCO: Wording = {
	language: 'es-CO',
	title: 'Escala del Trastorno de Ansiedad Generalizada (GAD-7)',
	instructions: ['Durante las últimas 2 semanas, ¿con qué frecuencia ha sentido molestias por los siguientes problemas?'],
	options: ['Para nada', 'Varios días', 'Más de la mitad de los días', 'Casi todos los días'],
	items: [
		'Sentirse nervioso/a, ansioso/a, o con los nervios de punta',
		'No poder dejar de preocuparse o no poder controlar la preocupación',
		'Preocuparse demasiado por diferentes cosas',
		'Dificultad para relajarse',
		'Estar tan inquieto/a que es difícil permanecer sentado/a tranquilo/a',
		'Molestarse o irritarse fácilmente',
		'Sentir miedo como si algo terrible pudiera pasar'
	],
	origin: "yes, stated by source: 'versión oficial en español para Colombia (Pfizer) · se reproduce sin autorización'"
};

/** GAD-7, fr-FR. */
export const gad7FrFR: Wording = {
	language: 'fr-FR',
	title: 'GAD-7',
	instructions: ['Au cours des 2 dernières semaines, selon quelle fréquence avez-vous été gêné(e) par les problèmes suivants ?'],
	options: ['Jamais', 'Plusieurs jours', 'Plus de la moitié du temps', 'Presque tous les jours'],
	items: [
		"Un sentiment de nervosité, d'anxiété ou de tension",
		"Une incapacité à arrêter de s'inquiéter ou à contrôler ses inquiétudes",
		'Une inquiétude excessive à propos de différentes choses',
		'Des difficultés à se détendre',
		"Une agitation telle qu'il est difficile à tenir en place",
		'Une tendance à être facilement contrarié(e) ou irritable',
		'Un sentiment de peur comme si quelque chose de terrible risquait de se produire'
	],
	origin: 'yes, stated by 51779423860: \'version officielle Pfizer "French for France" (vérifié sur le PDF Center-TBI)\''
};

/** GAD-7, pt-BR. */
export const gad7PtBR: Wording = {
	language: 'pt-BR',
	title: 'GAD-7',
	instructions: ['Durante as últimas 2 semanas, com que freqüência você foi incomodado/a pelos problemas abaixo?'],
	options: ['Nenhuma vez', 'Vários dias', 'Mais da metade dos dias', 'Quase todos os dias'],
	items: [
		'Sentir-se nervoso/a, ansioso/a ou muito tenso/a',
		'Não ser capaz de impedir ou de controlar as preocupações',
		'Preocupar-se muito com diversas coisas',
		'Dificuldade para relaxar',
		'Ficar tão agitado/a que se torna difícil permanecer sentado/a',
		'Ficar facilmente aborrecido/a ou irritado/a',
		'Sentir medo como se algo horrível fosse acontecer'
	],
	origin: "yes, stated by source: 'Frozen official Brazilian instrument'"
};

/** GAD-7, ru. */
export const gad7Ru: Wording = {
	language: 'ru',
	title: 'GAD-7',
	instructions: ['Как часто Вас за последние 14 дней беспокоили следующие проблемы?'],
	options: ['Ни разу', 'Несколько дней', 'Более недели', 'Почти каждый день'],
	items: [
		'Вы нервничали, тревожились или испытывали сильный стресс',
		'Вы были неспособны успокоиться или контролировать свое волнение',
		'Вы слишком сильно волновались по различным поводам',
		'Вам было трудно расслабиться',
		'Вы были настолько суетливы, что Вам было тяжело усидеть на месте',
		'Вы легко злились или раздражались',
		'Вы испытывали страх, словно должно произойти нечто ужасное'
	],
	origin: "yes, stated by source: 'The official Russian GAD-7 (phqscreeners.com), byte-for-byte'"
};
