/** Context under which a chart frame gives its summary to the chart inside it: `() => string`. */
export const summaryKey = Symbol('chart summary');
