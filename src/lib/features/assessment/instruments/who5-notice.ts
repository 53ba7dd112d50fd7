/** Attribution that the form of the WHO-5 must carry. */
export const WHO5_NOTICE =
	'WHO-5: World Health Organization, WHO-UCN-MSD-MHE-2024.01 (CC BY-NC-SA 3.0 IGO). Psychiatric Research Unit, Hillerød.';
