// Before anything else: what the page before left for this one is taken out of the window's name.
import '$lib/vault/handed';

// A content security policy does not bind peer connections, and nothing here needs one: without the constructor,
// injected code cannot open a channel out of the page.
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel'])
	Reflect.deleteProperty(globalThis, name);

// Whoever goes back to Casekeep from another page, such as the one that Leave quickly shows, finds the plain lock screen:
// an address that leads to a client's pages would tell that there is one.
const [arrival] = performance.getEntriesByType('navigation');
if (arrival instanceof PerformanceNavigationTiming && arrival.type === 'back_forward' && location.hash.startsWith('#/clients/'))
	history.replaceState(null, '', location.pathname + location.search);
