// Before anything else: what the page before left for this one is taken out of the window's name.
import '$lib/vault/handed';

// A content security policy does not bind peer connections, and nothing here needs one: without the constructor,
// injected code cannot open a channel out of the page.
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel'])
	Reflect.deleteProperty(globalThis, name);
