/** What a worker is told first. `line` is for calls to it, `page` for its calls to the page. */
export type Role =
  | { readonly role: 'helper'; readonly line: MessagePort }
  | { readonly role: 'desk'; readonly line: MessagePort; readonly page: MessagePort };
