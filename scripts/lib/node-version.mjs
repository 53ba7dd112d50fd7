// Imported first and free of anything an old Node could trip over.

/**
 * Whether this Node can run the project's tools.
 * @param {string} version such as '20.19.0'
 * @returns {boolean} true for 20.19 and later 20, 22.13 and later 22, and 24 and up
 */
export function nodeIsNewEnough(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	if (major === 20) return minor >= 19;
	if (major === 22) return minor >= 13;
	return major >= 24;
}

/** Stops the process with a plain message when Node is too old. */
export function requireNode() {
	if (nodeIsNewEnough(process.versions.node)) return;
	process.stderr.write(
		`Casekeep needs Node 20.19 or later (of the even versions: 20.19+, 22.13+, 24+). This is Node ${process.versions.node}.\n` +
			'Nothing was changed. Get a newer Node from https://nodejs.org and run the command again.\n'
	);
	process.exit(1);
}
