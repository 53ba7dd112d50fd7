import type { Wording } from './build';
import { WHO5_NOTICE } from './who5-notice';

/** WHO-5, ru. */
export const who5Ru: Wording = {
	language: 'ru',
	title: 'WHO-5',
	instructions: ['Последние две недели'],
	notice: WHO5_NOTICE,
	options: ['Никогда', 'Некоторое время', 'Менее половины времени', 'Более половины времени', 'Большую часть времени', 'Все время'],
	items: [
		'Я чувствую себя бодрой(-ым) и в хорошем настроении',
		'Я чувствую себя спокойной(-ым) и раскованной(-ым).',
		'Я чувствую себя активной(-ым) и энергичной(-ым).',
		'Я просыпаюсь и чувствую себя свежей(-им) и отдохнувшей(-им).',
		'Каждый день со мной происходят вещи, представляющие для меня интерес.'
	],
	origin: "yes, stated by source: 'The official Russian WHO-5 (publication WHO-UCN-MSD-MHE-2024.01), byte-for-byte'",
	notes: [
		'missing full stop after statement 1 is in the official form',
		'footer must credit Psychiatric Research Unit, Hillerød (source test)',
		'instruction sentence not in the excerpt; form shows the recall header'
	]
};

/** WHO-5, zh-Hans-CN. */
export const who5ZhHansCN: Wording = {
	language: 'zh-Hans-CN',
	title: '世界卫生组织五项身心健康指标（1998 年版）',
	instructions: [],
	notice: WHO5_NOTICE,
	options: ['从未有过', '有时候', '少于一半的时间', '超过一半的时间', '大部分时间', '所有时间'],
	items: [
		'我感觉快乐、心情舒畅',
		'我感觉宁静和放松',
		'我感觉充满活力、精力充沛',
		'我睡醒时感到清新、得到了足够休息',
		'我每天生活充满了有趣的事情'
	],
	origin: "yes, stated by source: 'Official Simplified Chinese (PR China characters) item texts — WHO Chinese PR PDF'",
	notes: [
		'instruction seen only in an unlabelled copy (32311818615), with pronoun differences between copies: 请在下面五个句子的每个句子（表达）中标出在过去两星期里你最接近感觉状态。请注意数字越大表明你的身心越健康。'
	]
};
