/** A known tool that is not shipped: why, and what to use instead. A total taken on paper can be entered for any of them. */
export interface NotShipped {
	readonly id: string;
	/** Short name, as people search for it. */
	readonly shortTitle: string;
	readonly title: string;
	readonly why: string;
	/** '' where nothing here stands in for it. */
	readonly instead: string;
	/** It has no total that could be entered, or one that should not be followed. */
	readonly noTotal?: true;
	/** Range of its total where a source gives one, to fill in when it was taken on paper. */
	readonly range?: { readonly min: number; readonly max: number };
}

const FORM = 'Import it as a form of your own where you have the right to.';

/** Tools that people look for and do not find here. */
export const notShipped: readonly NotShipped[] = [
	{
		id: 'epds',
		shortTitle: 'EPDS',
		title: 'Edinburgh Postnatal Depression Scale',
		why: '© Royal College of Psychiatrists: clinicians may photocopy it; publishing it in any medium needs written permission, and the College has refused that to another program. Many sites wrongly call it free.',
		instead: 'PHQ-9, which is validated around birth, and the ASQ.'
	},
	{
		id: 'c-ssrs',
		shortTitle: 'C-SSRS',
		title: 'Columbia Suicide Severity Rating Scale, screener',
		why: '© 2008 Research Foundation for Mental Hygiene: free, but on permission or registration, with fixed wording and in some settings training.',
		instead: `ASQ. ${FORM}`
	},
	{
		id: 'stanley-brown',
		shortTitle: 'Safety Plan',
		title: 'Stanley-Brown Safety Plan form',
		why: '© 2008, 2021 Stanley & Brown: one may use the form for oneself; changes and use in an electronic record need written permission.',
		instead: 'Casekeep’s own crisis plan, in its own words.',
		noTotal: true
	},
	{
		id: 'wsas',
		shortTitle: 'WSAS',
		title: 'Work and Social Adjustment Scale',
		why: '© Isaac M. Marks: treated as needing permission.',
		instead: 'The difficulty question of the PHQ-9, and ratings of the client’s goals.'
	},
	{
		id: 'zbi',
		shortTitle: 'ZBI',
		title: 'Zarit Burden Interview',
		why: '© 1980, 1983, 1990 Zarit & Zarit: licensed by Mapi.',
		instead: 'A check-in on caregiver strain in your own words, or its total taken on paper.'
	},
	{
		id: 'ors-srs',
		shortTitle: 'ORS / SRS',
		title: 'Outcome Rating Scale and Session Rating Scale',
		why: '© Miller & Duncan 2000, 2002: a licence is required.',
		instead: 'Casekeep’s own check-in from 0 to 10, and ratings of the client’s goals.'
	},
	{
		id: 'swemwbs',
		shortTitle: '(S)WEMWBS',
		title: 'Warwick-Edinburgh Mental Wellbeing Scales',
		why: '© Warwick, Edinburgh and NHS Health Scotland: the articles are open, the scales ask for registration or a licence.',
		instead: `WHO-5. ${FORM}`
	},
	{
		id: 'prapare',
		shortTitle: 'PRAPARE',
		title: 'PRAPARE',
		why: '© NACHC, AAPCHO, OPCA, IAF: used with permission, and an agreement is expected of those who build it in.',
		instead: `The needs in Casekeep’s own assessment. ${FORM}`
	},
	{
		id: 'ahc-hrsn',
		shortTitle: 'AHC-HRSN',
		title: 'AHC health-related social needs tool',
		why: 'Its safety questions are HITS, under copyright, and others come from PRAPARE; the terms for using it again were not read.',
		instead: `Hunger Vital Sign and the needs in Casekeep’s own assessment. ${FORM}`
	},
	{
		id: 'hits',
		shortTitle: 'HITS',
		title: 'HITS domestic violence screen',
		why: '© Kevin Sherin MD: permission is required.',
		instead: 'Ask in private and in your own words, by your local protocol. Never keep it where a partner can read it.'
	},
	{
		id: 'pss',
		shortTitle: 'PSS',
		title: 'Perceived Stress Scale (Cohen)',
		why: '© Sheldon Cohen: other than non-profit academic use needs a licence (not verified).',
		instead: ''
	},
	{
		id: 'hope',
		shortTitle: 'AHS',
		title: 'Adult Hope Scale (Snyder)',
		why: '© APA and Snyder: research use only (not verified).',
		instead: ''
	},
	{
		id: 'brs',
		shortTitle: 'BRS',
		title: 'Brief Resilience Scale',
		why: '© Smith et al. 2008, Springer: no licence for software was found.',
		instead: ''
	},
	{
		id: 'sdq',
		shortTitle: 'SDQ',
		title: 'Strengths and Difficulties Questionnaire',
		why: '© Youthinmind: electronic versions need a licence.',
		instead: ''
	},
	{
		id: 'cfi',
		shortTitle: 'CFI',
		title: 'DSM-5 Cultural Formulation Interview',
		why: '© APA 2013: clinicians may copy it for their own patients; building it into software is not covered (not verified).',
		instead: 'Conversation prompts on culture and identity in Casekeep’s own words.',
		noTotal: true
	},
	{
		id: 'ace',
		shortTitle: 'ACE',
		title: 'ACE questionnaire (10 items)',
		why: 'Not a question of licence but of misuse: the score says nothing about one person, and no cut point should be used (Anda, Porter & Brown 2020, Am J Prev Med 59:293-5). It asks for painful things, and what is told may have to be reported.',
		instead: 'The client’s own account of their life, at their pace; PC-PTSD-5 where it is indicated.',
		noTotal: true
	},
	{
		id: 'az-ssm',
		shortTitle: 'SSM',
		title: 'Arizona Self-Sufficiency Matrix',
		why: 'Copied widely, but no licence was found, and some of its texts are judgemental or dated.',
		instead: 'The scale from 1 to 5 for each domain in Casekeep’s own assessment.'
	},
	{
		id: 'sbq-r',
		shortTitle: 'SBQ-R',
		title: 'Suicide Behaviors Questionnaire-Revised',
		why: '© Osman 1999: whether it may be used is not known.',
		instead: 'ASQ.'
	},
	{
		id: 'psc-35',
		shortTitle: 'PSC-35',
		title: 'Pediatric Symptom Checklist, 35 lines, PSC-Y and pictorial',
		why: 'Its licence is that of the PSC-17, but its exact wording was not obtained: copies change the pronouns.',
		instead: 'PSC-17.',
		range: { min: 0, max: 70 }
	},
	{
		id: 'phq-a',
		shortTitle: 'PHQ-A / PHQ-9M',
		title: 'PHQ-9 modified for adolescents',
		why: '© 2018 The REACH Institute. No licence to reproduce it was read; the waiver of the PHQ-9 does not cover it.',
		instead: 'PHQ-9 with the cut-off of 11 from 13 to 17, and the ASQ.'
	},
	{
		id: 'scared',
		shortTitle: 'SCARED',
		title: 'Screen for Child Anxiety Related Disorders',
		why: 'Only others say that it is free to use; no licence of its owner for software was read.',
		instead: 'Its total taken on paper.',
		range: { min: 0, max: 82 }
	},
	{
		id: 'rcads',
		shortTitle: 'RCADS',
		title: 'Revised Children’s Anxiety and Depression Scale',
		why: 'Its owner gives no lasting licence, and its own page is the only place it may come from.',
		instead: 'Its own page (rcads.ucla.edu), and its score taken on paper.'
	},
	{
		id: 'vanderbilt',
		shortTitle: 'Vanderbilt',
		title: 'NICHQ Vanderbilt Assessment Scales',
		why: '© 2002 American Academy of Pediatrics and National Initiative for Children’s Healthcare Quality; the second edition belongs to the Academy.',
		instead: ''
	},
	{
		id: 'crafft',
		shortTitle: 'CRAFFT',
		title: 'CRAFFT',
		why: 'Boston Children’s Hospital: no licence to reproduce it was read.',
		instead: ''
	},
	{
		id: 'kidscreen',
		shortTitle: 'KIDSCREEN',
		title: 'KIDSCREEN',
		why: 'Not cleared for use here.',
		instead: ''
	},
	{
		id: 'cats',
		shortTitle: 'CATS / CATS-2',
		title: 'Child and Adolescent Trauma Screen',
		why: 'Called freely accessible, but no licence for software was read. It needs trained staff and a look at immediate safety.',
		instead: 'Its total taken on paper.'
	},
	{
		id: 'swyc',
		shortTitle: 'SWYC',
		title: 'Survey of Well-being of Young Children',
		why: '© 2010 Tufts Medical Center: its terms for electronic use were not read, and one edition holds the EPDS.',
		instead: ''
	},
	{
		id: 'promis-pediatric',
		shortTitle: 'PROMIS',
		title: 'PROMIS pediatric measures',
		why: 'Their use asks for accepting the terms of HealthMeasures; what they say on passing them on was not read.',
		instead: ''
	},
	{
		id: 'yp-core',
		shortTitle: 'YP-CORE',
		title: 'Young Person’s CORE',
		why: 'The licence would allow it (CC BY-NC-ND 4.0), but its exact wording has not been obtained.',
		instead: 'Its total taken on paper.'
	}
];
