/** The 97.5th percentile of the normal distribution: a two-sided interval of 95 percent. */
export const Z95 = 1.959963984540054;

/**
 * The share of the standard normal distribution above `z`.
 * @returns 0 to 1, right to about 14 digits: the series near the middle, the continued fraction in the tail (Abramowitz &
 *   Stegun 1964, 26.2.10 and 26.2.14)
 */
export function normalAbove(z: number): number {
	if (z < 0) return 1 - normalAbove(-z);
	const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
	if (z < 3) {
		let term = z;
		let total = z;
		for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(total); n++) {
			term *= (z * z) / (2 * n + 1);
			total += term;
		}
		return 0.5 - density * total;
	}
	let fraction = z;
	for (let n = 200; n >= 1; n--) fraction = z + n / fraction;
	return density / fraction;
}

// Lanczos's coefficients for g = 7 (Godfrey's fit of nine terms).
const LANCZOS = [
	0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
	-0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7
];

/** The natural logarithm of the gamma function, for positive numbers. */
function logGamma(x: number): number {
	if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
	const t = x + 6.5;
	const series = LANCZOS.reduce((total, coefficient, n) => (n === 0 ? coefficient : total + coefficient / (x - 1 + n)), 0);
	return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

/** The regularized incomplete beta function, by its continued fraction (Abramowitz & Stegun 1964, 26.5.8; Lentz's method). */
function incompleteBeta(x: number, a: number, b: number): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
	const tiny = 1e-300;
	const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x)) / a;
	let c = 1;
	let d = 1 / (1 - ((a + b) * x) / (a + 1) || tiny);
	let fraction = d;
	for (let n = 1; n <= 300; n++) {
		for (const step of [
			(n * (b - n) * x) / ((a + 2 * n - 1) * (a + 2 * n)),
			(-(a + n) * (a + b + n) * x) / ((a + 2 * n) * (a + 2 * n + 1))
		]) {
			d = 1 / (1 + step * d || tiny);
			c = 1 + step / c || tiny;
			fraction *= c * d;
		}
		if (Math.abs(c * d - 1) < 1e-15) break;
	}
	return front * fraction;
}

/**
 * The chance of a t at least this far from 0 on either side.
 * @param degrees of freedom, above 0
 * @returns 0 to 1
 */
export function studentTwoSided(t: number, degrees: number): number {
	return incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
}

/**
 * The chance of at least `hits` in `tries`, each as likely as not.
 * @param hits whole, 0 to `tries`
 * @returns 0 to 1: whole ways over all ways, and above a thousand tries, where they are too many to count, the regularized
 *   incomplete beta function at one half (Abramowitz & Stegun 1964, 26.5.24)
 */
export function atLeastByChance(hits: number, tries: number): number {
	if (hits <= 0) return 1;
	if (tries > 1000) return incompleteBeta(0.5, hits, tries - hits + 1);
	let ways = 1;
	let total = 0;
	for (let n = 0; n <= tries; n++) {
		if (n >= hits) total += ways;
		ways = (ways * (tries - n)) / (n + 1);
	}
	return total / 2 ** tries;
}
