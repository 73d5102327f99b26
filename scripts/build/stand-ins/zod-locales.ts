// Messages of zod in fifty languages, of which the program speaks one that zod loads by itself.
export const locales = {};
