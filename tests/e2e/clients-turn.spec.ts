import { addClient, createCasebook, go, lock, openTab, PASSPHRASE } from './support/app';
import { expect, test } from './support/test';
import { collect, handOver } from './support/turn';

const PHQ9 = 'Patient Health Questionnaire-9 (PHQ-9)';

test('a form goes into the client’s hands and comes home, and a safety answer is there first', async ({ page }) => {
	test.setTimeout(120_000);
	await createCasebook(page);
	await addClient(page, 'Mina', 'Fell');
	await handOver(page, async () => {
		await page.getByRole('checkbox', { name: PHQ9 }).check();
		// Not without staying.
		await page.getByRole('button', { name: 'Hand over' }).click();
		await expect(page.getByText('Only hand this over if you can stay.')).toBeVisible();
		// Nor before it was asked whether it is safe to talk; what was answered is on record like before any such question.
		await page.getByRole('button', { name: 'Someone else is here' }).click();
		await page.getByRole('checkbox', { name: 'I stay until they are done' }).check();
		await page.getByRole('button', { name: 'Hand over' }).click();
		await expect(page.getByText('Ask this before you hand it over.')).toBeVisible();
		await page.getByRole('button', { name: 'Ask again' }).click();
		await page.getByRole('button', { name: 'Yes', exact: true }).click();
		await page.getByRole('radio', { name: 'All on one page' }).check({ force: true });
	});
	// The casebook is locked: nothing leads anywhere, and nothing of it is here.
	await expect(page.getByRole('link')).toHaveCount(0);
	await expect(page.getByRole('navigation')).toHaveCount(0);
	await expect(page.getByText('Mina')).toHaveCount(0);
	expect(page.url()).not.toMatch(/[0-9a-f]{8}-/);
	expect(await page.evaluate(() => [window.name, document.title])).toEqual(['', 'Questions']);
	await page.getByRole('button', { name: 'Begin' }).click();
	for (const [i, group] of (await page.getByRole('radiogroup', { name: /\w/ }).all()).slice(0, 9).entries())
		await group.getByRole('radio', { name: i === 8 ? 'Several days' : 'Not at all' }).check();
	await expect(page.getByText('Kept', { exact: true })).toBeVisible();
	// No prompt and no score in front of the client.
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await page.getByRole('button', { name: 'Take a break' }).click();
	await expect(page.getByRole('heading', { name: 'Take your time' })).toBeVisible();
	await page.getByRole('button', { name: 'Go on' }).click();
	await page.getByRole('button', { name: 'I’m done' }).click();
	await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
	await page.getByRole('button', { name: 'Hand back' }).click();
	await collect(page);
	await expect(page.getByText('this needs a conversation')).toBeVisible();
	await expect(page.getByText('1 of 27')).toBeVisible();
	await page.getByRole('link', { name: 'Go there now' }).click();
	await expect(page.getByRole('button', { name: 'Record this' })).toBeVisible();
	await openTab(page, 'Assessment');
	await expect(page.getByText('PHQ-9').first()).toBeVisible();
	await go(page, 'Settings');
	await page.getByRole('link', { name: 'Audit' }).click();
	await expect(page.getByText(/^Alone and safe to talk/)).toHaveCount(2);
});

test('ratings, words, a read-back and a signature', async ({ page }) => {
	test.setTimeout(120_000);
	await createCasebook(page);
	await addClient(page, 'Dee', 'Marsh');
	await openTab(page, 'Plan');
	await page.getByRole('button', { name: 'New goal', exact: true }).click();
	await page.getByLabel("Goal in the client's words").fill('Sleep in my own bed');
	await page.getByRole('button', { name: 'Save goal' }).click();
	await openTab(page, 'Assessment');
	await page.getByRole('link', { name: 'The whole picture', exact: true }).click();
	await page.getByRole('button', { name: 'Begin a picture' }).click();
	await expect(page.getByRole('navigation', { name: 'Parts of the picture' })).toBeVisible();
	await handOver(page, async () => {
		await page.getByRole('checkbox', { name: 'How we work together, four questions from 0 to 10' }).check();
		await page.getByRole('checkbox', { name: 'Sleep in my own bed' }).check();
		await page.getByRole('checkbox', { name: 'Something in their own words' }).check();
		await page.getByRole('checkbox', { name: 'What I understood, for them to say if it is right' }).check();
		await page.getByLabel('What I understood', { exact: true }).fill('You want your own room again.');
		await page.getByRole('checkbox', { name: 'A signature' }).check();
		await page.getByLabel('What they sign').fill('I agree to this plan.');
	});
	await page.getByRole('button', { name: 'Begin' }).click();
	await expect(page.getByText('Part 1 of 5')).toBeVisible();
	await expect(page.getByText('You want your own room again.')).toBeVisible();
	await page.getByRole('radio', { name: 'Yes', exact: true }).check();
	const next = () => page.getByRole('button', { name: 'Next' }).click();
	await next();
	await expect(page.getByLabel('Anything to add')).toBeVisible();
	await next();
	await expect(page.getByText('Part 2 of 5')).toBeVisible();
	await page.getByRole('textbox').first().fill('My girl <img src=x onerror=alert(1)>');
	await next();
	await expect(page.getByText('Part 3 of 5')).toBeVisible();
	await page.getByRole('radio', { name: '7', exact: true }).check();
	await next();
	for (const mark of ['9', '8', '', '10']) {
		await expect(page.getByText('Part 4 of 5')).toBeVisible();
		if (mark) {
			await page.getByRole('radio', { name: mark, exact: true }).check();
			await next();
		} else await page.getByRole('button', { name: 'I’d rather not answer' }).click();
	}
	await expect(page.getByText('I agree to this plan.')).toBeVisible();
	await expect(page.locator('canvas')).toHaveAttribute('aria-busy', 'false');
	const box = (await page.locator('canvas').boundingBox())!;
	await page.mouse.move(box.x + 30, box.y + 40);
	await page.mouse.down();
	await page.mouse.move(box.x + 90, box.y + 90, { steps: 6 });
	await page.mouse.up();
	await page.getByLabel('Or type your name').fill('Dee Marsh');
	await page.getByRole('button', { name: 'I’m done' }).click();
	await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
	await page.getByRole('button', { name: 'Hand back' }).click();
	await collect(page);
	for (const text of ['Did I understand you?', 'In your own words', '7 of 10', 'Felt heard', '9 of 10', 'Your signature', 'Dee Marsh'])
		await expect(page.getByText(text).first()).toBeVisible();
	// Everything that was done is where it belongs: the read-back in the picture, the words in the story, the signature.
	await page.getByRole('link', { name: 'Did I understand you?' }).click();
	await page.getByRole('button', { name: 'What I understood', exact: true }).click();
	await expect(page.getByText('You want your own room again.')).toBeVisible();
	await openTab(page, 'Story');
	await expect(page.getByText('My girl <img src=x onerror=alert(1)>')).toBeVisible();
	await expect(page.getByText('What would you like me to know about you?', { exact: false })).toBeVisible();
	await openTab(page, 'Overview');
	await page.getByRole('link', { name: 'Signatures' }).click();
	await expect(page.getByRole('article', { name: /^Signed by Dee/ })).toContainText('I agree to this plan.');
	await expect(page.getByRole('img', { name: 'What Dee drew' })).toBeVisible();
	await expect(page.getByText('Unchanged since it was signed', { exact: false })).toBeVisible();
	await openTab(page, 'Progress');
	await expect(page.getByText('Felt heard').first()).toBeVisible();
});

test('a passkey opens the casebook, and a passphrase still does', async ({ page }) => {
	test.setTimeout(90_000);
	const session = await page.context().newCDPSession(page);
	await session.send('WebAuthn.enable');
	const options = { protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, hasPrf: true, automaticPresenceSimulation: true } as const;
	await session.send('WebAuthn.addVirtualAuthenticator', { options });
	await createCasebook(page);
	await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click();
	await page.getByRole('link', { name: 'Passkeys' }).click();
	await page.getByLabel('What you call it').fill('This tablet');
	await page.getByLabel('Current passphrase').fill(PASSPHRASE);
	await page.getByRole('button', { name: 'Add passkey' }).click();
	await expect(page.getByRole('button', { name: 'Rename This tablet' })).toBeVisible({ timeout: 30_000 });
	await lock(page);
	await page.getByRole('button', { name: 'Unlock with passkey' }).click();
	await expect(page.getByRole('button', { name: 'Rename This tablet' })).toBeVisible({ timeout: 30_000 });
	await page.getByRole('button', { name: 'Remove This tablet' }).click();
	await page.getByRole('button', { name: 'Remove passkey' }).click();
	await expect(page.getByRole('button', { name: 'Rename This tablet' })).toHaveCount(0);
	await lock(page);
	await expect(page.getByRole('button', { name: 'Unlock with passkey' })).toHaveCount(0);
});
