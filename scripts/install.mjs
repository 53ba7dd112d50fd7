// Installs the locked packages when they are not there: `npm run dev` starts with it.
import { requireNode } from './lib/node-version.mjs';
import { install } from './lib/install.mjs';

requireNode();
if (!(await install())) process.exit(1);
