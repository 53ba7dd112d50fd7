/** Name of the format; docs/format.md has the whole. */
export const FORMAT = 'ck1';
/** Version of the format that this code writes, and the newest it reads. */
export const FORMAT_VERSION = 1;
/** Suite 1: AES-256-GCM under a key derived by HKDF-SHA-256. */
export const SUITE = 1;
