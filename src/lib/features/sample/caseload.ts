import type { ProfileFacts } from '../settings/profile';
import { amara } from './amara';
import { asha } from './asha';
import { callum } from './callum';
import { dee } from './dee';
import { fatuma } from './fatuma';
import { ilse } from './ilse';
import { jonas } from './jonas';
import { amaraLife, deeLife, ilseLife, noorLife, tomaszLife } from './lives';
import { noor } from './noor';
import { amaraPlan, deePlan } from './plans';
import { rosa } from './rosa';
import type { SampleClient, SampleStep } from './script';
import { teo } from './teo';
import { tomasz } from './tomasz';
import { amaraTurns, ilseTurns } from './turns';
import { walter } from './walter';

/** A client with what they told of their life beside what was done with them; each step has its own moment. */
function telling(client: SampleClient, life: readonly SampleStep[]): SampleClient {
	return { ...client, steps: [...client.steps, ...life] };
}

/** Everybody in the sample caseload. All of them are invented. */
export const sampleClients: readonly SampleClient[] = [
	telling(amara, [...amaraLife, ...amaraTurns, ...amaraPlan]),
	telling(dee, [...deeLife, ...deePlan]),
	telling(tomasz, tomaszLife),
	telling(ilse, [...ilseLife, ...ilseTurns]),
	telling(noor, noorLife),
	rosa,
	jonas,
	callum,
	fatuma,
	walter,
	asha,
	teo
];

/** The invented practitioner whose casebook it is. */
export const samplePractitioner: Pick<ProfileFacts, 'name' | 'credential' | 'organisation'> = {
	name: 'Ruth Sample',
	credential: 'LCSW',
	organisation: 'Harbour Street Neighbourhood Service'
};
