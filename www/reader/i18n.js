// The languages of the interface: one file of messages each, numbers, dates and plurals through `Intl`.

/** @typedef {keyof typeof import("./i18n/en.js").messages} MessageKey */
/** @typedef {{ [key in MessageKey]: (typeof import("./i18n/en.js").messages)[key] extends string ? string : { one?: string, other: string } }} Messages what each language's file holds */
/**
 * @typedef {object} Translator
 * @property {string} tag the language, BCP 47
 * @property {(key: MessageKey, values?: Record<string, string | number>) => string} t the message, its `{names}` filled in; `count` picks the plural form
 * @property {(value: number) => string} number
 * @property {(time: string | null) => string} time an ISO 8601 time as the page printed it, no finer than it is given, in no other time zone
 * @property {(names: string[]) => string} list "a, b, c"
 */

/** The languages there are, each by its own name. A further one is a file under `i18n/`, a line here and one below. */
export const LANGUAGES = { en: "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文", ja: "日本語" };

/** @typedef {keyof typeof LANGUAGES} LanguageTag */

/** Each named by itself, so that those who check code see what is loaded. @type {Record<LanguageTag, () => Promise<{ messages: Messages }>>} */
const LOADERS = {
  en: () => import("./i18n/en.js"),
  "zh-Hans": () => import("./i18n/zh-Hans.js"),
  "zh-Hant": () => import("./i18n/zh-Hant.js"),
  ja: () => import("./i18n/ja.js"),
};

/**
 * The best of our languages for what the person wants.
 *
 * @param {readonly string[]} wanted BCP 47 tags, best first
 * @returns {LanguageTag}
 */
export function chooseLanguage(wanted) {
  for (const tag of wanted) {
    if (tag in LANGUAGES) return /** @type {LanguageTag} */ (tag);
    const { language, script } = new Intl.Locale(tag).maximize();
    const found = `${language}-${script}` in LANGUAGES ? `${language}-${script}` : language;
    if (found in LANGUAGES) return /** @type {LanguageTag} */ (found);
  }
  return "en";
}

/**
 * Loads a language.
 *
 * @param {LanguageTag} tag
 * @returns {Promise<Translator>}
 */
export async function loadLanguage(tag) {
  /** @type {{ messages: Messages }} */
  const { messages } = await LOADERS[tag]();
  const plural = new Intl.PluralRules(tag);
  const numbers = new Intl.NumberFormat(tag);
  const lists = new Intl.ListFormat(tag, { type: "conjunction", style: "narrow" });
  return {
    tag,
    number: (value) => numbers.format(value),
    list: (names) => lists.format(names),
    time: (time) => printedTime(tag, time),
    t(key, values = {}) {
      const message = messages[key];
      const form = typeof message === "string" ? message : pluralForm(message, plural.select(Number(values.count)));
      return form.replace(/\{(\w+)\}/g, (_, name) => {
        const value = values[name] ?? "";
        return typeof value === "number" ? numbers.format(value) : isolated(value);
      });
    },
  };
}

/**
 * @param {{ one?: string, other: string }} forms
 * @param {Intl.LDMLPluralRule} rule
 */
function pluralForm(forms, rule) {
  return (rule === "one" && forms.one) || forms.other;
}

/** Words written from right to left, set apart so that they do not turn what stands around them. @param {string} value */
function isolated(value) {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(value) ? `\u2068${value}\u2069` : value;
}

/**
 * A time with the precision it is given in. The clock is the page's own: it is read as if it were UTC and written as UTC.
 *
 * @param {string} tag
 * @param {string | null} time `2020`, `2020-01`, `2020-01-26`, `2020-01-26T20:27`, … with or without an offset
 */
function printedTime(tag, time) {
  const parts = time && /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d))?)?)?/.exec(time);
  if (!parts) return time ?? "";
  const [, year, month, day, hour, minute] = parts;
  const at = Date.UTC(+year, +(month ?? 1) - 1, +(day ?? 1), +(hour ?? 0), +(minute ?? 0));
  return new Intl.DateTimeFormat(tag, {
    timeZone: "UTC",
    year: "numeric",
    ...(month && { month: "short" }),
    ...(day && { day: "numeric" }),
    ...(hour && { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
  }).format(at);
}
