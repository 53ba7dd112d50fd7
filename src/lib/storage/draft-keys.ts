/** Key of the mark that a recovery code was shown and nobody has said yet that it is written down. */
export const CODE_UNWRITTEN = 'recovery-code/unwritten';
