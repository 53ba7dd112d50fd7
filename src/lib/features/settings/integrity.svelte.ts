import { acceptLoss, checkIntegrity, type IntegrityReport } from '$lib/storage/integrity';
import type { Casebook } from '$lib/storage/casebook';
import { clientNames, nameOfRow } from './audit.svelte';

/** A row that is not as it should be, with the client it belongs to where that can be known. */
export interface NamedRow {
	table: string;
	id: string;
	/** Name of the client, or ''. */
	name: string;
}

/** A check of the whole casebook, as a screen shows it. */
export class IntegrityCheck {
	status = $state<'idle' | 'running' | 'done' | 'error'>('idle');
	rows = $state(0);
	total = $state(0);
	report = $state.raw<IntegrityReport>();
	/** Name of the client by `table/id`, for all that is named in the report or damaged. */
	names = $state.raw<Record<string, string>>({});
	/** Rows that could not be opened so far. */
	damaged = $state.raw<NamedRow[]>([]);

	constructor(private readonly casebook: Casebook) {
		this.damaged = [...casebook.damaged.values()].map((row) => ({ ...row, name: '' }));
	}

	/** Checks. Never throws: `status` tells. */
	async run(pause: () => Promise<void>): Promise<void> {
		if (this.status === 'running') return;
		this.status = 'running';
		this.rows = 0;
		this.total = this.casebook.head.count;
		try {
			const onprogress = (rows: number, total: number) => {
				this.rows = rows;
				this.total = Math.max(rows, total);
			};
			this.report = await checkIntegrity(this.casebook, { pause, onprogress });
			await this.#name();
			this.status = 'done';
		} catch {
			this.status = 'error';
		}
	}

	/** Makes the seal anew over what is here. @throws see `acceptLoss` */
	async accept(reason: string): Promise<void> {
		if (!this.report || this.report.whole) return;
		await acceptLoss(this.casebook, this.report, reason);
		this.report = undefined;
		this.status = 'idle';
	}

	async #name(): Promise<void> {
		const { casebook } = this;
		const clients = await clientNames(casebook);
		const rows = [...(this.report?.findings ?? []), ...casebook.damaged.values()];
		const found = await Promise.all(
			rows.map(async ({ table, id }) => {
				const name = clients.ofId(id) || (await nameOfRow(casebook, clients, table, id));
				return [`${table}/${id}`, name] as const;
			})
		);
		this.names = Object.fromEntries(found);
		this.damaged = [...casebook.damaged.values()].map((row) => ({
			...row,
			name: this.names[`${row.table}/${row.id}`] ?? ''
		}));
	}
}
