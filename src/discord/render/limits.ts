/** Discord's limits on one message of components, with a little room where the figure is not documented. */
export const limits = {
  /** Characters of all text together. */
  text: 4000,
  /** Components, nested ones counted. */
  components: 40,
  /** UTF-8 bytes of the request: bodies over about 10,170 have been seen to fail with HTTP 500. */
  bytes: 10_000,
  buttonLabel: 80,
  buttonsInRow: 5,
  customId: 100,
  suggestion: 100,
  suggestions: 25,
  selectOptions: 25,
  /** Of an option's name and of what is said about it. */
  selectLabel: 100,
  selectHint: 150,
  fields: 5,
  formTitle: 45,
  fieldLabel: 45,
  fieldAbout: 100,
  fieldExample: 100,
  fieldText: 4000,
} as const;
