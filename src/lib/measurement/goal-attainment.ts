import { sum } from './numbers';

/** One scaled goal: where it stands, and how much it matters. */
export interface ScaledGoal {
	/** -2 to 2; 0 is what was expected. */
	readonly score: number;
	/** 0 or above. */
	readonly weight: number;
}

/** The correlation between goals that is assumed by convention. */
export const RHO = 0.3;

/**
 * Goal attainment T: 50 where all goals are met as expected, with a standard deviation of 10 (Kiresuk & Sherman 1968; printed
 * again with an erratum in Turner-Stokes 2009).
 * @param rho the correlation between the goals, 0 to 1
 * @returns undefined without a goal that has weight
 */
export function goalAttainmentT(goals: readonly ScaledGoal[], rho = RHO): number | undefined {
	const weights = sum(goals.map(({ weight }) => weight));
	const squares = sum(goals.map(({ weight }) => weight ** 2));
	const spread = (1 - rho) * squares + rho * weights ** 2;
	if (!(spread > 0)) return undefined;
	return 50 + (10 * sum(goals.map(({ score, weight }) => weight * score))) / Math.sqrt(spread);
}
