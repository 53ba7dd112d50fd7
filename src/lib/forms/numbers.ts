/** Largest and smallest R4 `integer` (signed, 32 bits). */
const INTEGER_LIMIT = 2 ** 31;

/** The whole number that was typed, or undefined. Blanks around it are allowed. */
export function parseInteger(typed: string): number | undefined {
	if (!/^\s*[+-]?\d{1,10}\s*$/.test(typed)) return undefined;
	const value = Number(typed);
	return value >= -INTEGER_LIMIT && value < INTEGER_LIMIT ? value : undefined;
}

/**
 * The decimal number that was typed, or undefined. A comma is read as the decimal point, as many keyboards offer only
 * that; `1,000` is refused because it may mean one or a thousand.
 */
export function parseDecimal(typed: string): number | undefined {
	if (!/^\s*[+-]?\d{1,15}([.,]\d{1,12})?\s*$/.test(typed) || /,\d{3}\s*$/.test(typed)) return undefined;
	return Number(typed.replace(',', '.'));
}
