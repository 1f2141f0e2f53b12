export const outlets = {};
