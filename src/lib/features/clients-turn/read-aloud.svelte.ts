/** Pieces longer than this are cut at a sentence: some voices stop in the middle of long texts. */
const PIECE = 180;

const broad = (tag: string) => tag.toLowerCase().split(/[-_]/)[0] ?? '';

/** Cuts a text at sentences and lines into pieces that a voice can say. */
export function piecesOf(text: string): string[] {
	const pieces: string[] = [];
	for (const line of text.split(/\n+/)) {
		let waiting = '';
		for (const sentence of line.match(/[^.!?…]+[.!?…]*\s*/g) ?? []) {
			if (waiting && waiting.length + sentence.length > PIECE) {
				pieces.push(waiting.trim());
				waiting = '';
			}
			waiting += sentence;
		}
		if (waiting.trim()) pieces.push(waiting.trim());
	}
	return pieces;
}

/**
 * Reads texts aloud with voices that live on this device. Voices that send the text to a server are never used; where
 * there are no others, `available` is false and nothing is offered.
 */
export class ReadAloud {
	speaking = $state(false);
	#voices = $state.raw<SpeechSynthesisVoice[]>([]);

	/** Looks for voices; some browsers find them a moment later. @returns ends it */
	start(): () => void {
		const speech = (globalThis as { speechSynthesis?: SpeechSynthesis }).speechSynthesis;
		if (!speech) return () => undefined;
		const look = () => (this.#voices = speech.getVoices().filter(({ localService }) => localService));
		look();
		speech.addEventListener('voiceschanged', look);
		return () => {
			speech.removeEventListener('voiceschanged', look);
			this.stop();
		};
	}

	/** Whether a language can be read. @param language BCP 47 */
	available(language: string): boolean {
		return this.#voices.some(({ lang }) => broad(lang) === broad(language));
	}

	/** Reads a text. */
	say(text: string, language: string): void {
		this.stop();
		const voices = this.#voices.filter(({ lang }) => broad(lang) === broad(language));
		const voice = voices.find(({ lang }) => lang.toLowerCase() === language.toLowerCase()) ?? voices[0];
		const pieces = piecesOf(text);
		if (!voice || pieces.length === 0) return;
		this.speaking = true;
		for (const [i, piece] of pieces.entries()) {
			const said = new SpeechSynthesisUtterance(piece);
			said.voice = voice;
			said.lang = voice.lang;
			said.rate = 0.95;
			if (i === pieces.length - 1) said.onend = said.onerror = () => (this.speaking = false);
			speechSynthesis.speak(said);
		}
	}

	/** Falls silent. */
	stop(): void {
		this.speaking = false;
		(globalThis as { speechSynthesis?: SpeechSynthesis }).speechSynthesis?.cancel();
	}
}
