import type { ProfileFacts } from '../settings/profile';
import { amara } from './amara';
import { dee } from './dee';
import { ilse } from './ilse';
import { noor } from './noor';
import type { SampleClient } from './script';
import { tomasz } from './tomasz';

/** Everybody in the sample caseload. All of them are invented. */
export const sampleClients: readonly SampleClient[] = [amara, dee, tomasz, ilse, noor];

/** The invented practitioner whose casebook it is. */
export const samplePractitioner: Pick<ProfileFacts, 'name' | 'credential' | 'organisation'> = {
	name: 'Ruth Sample',
	credential: 'LCSW',
	organisation: 'Harbour Street Neighbourhood Service'
};
