/** Two readers of the package, without its file handling, which is most of its weight. Their shape is that of version 4.46.0. */
declare module 'exifreader/src/tags.js' {
  const tags: {
    read(view: DataView, tiffAt: number, includeUnknown: boolean): { readonly tags: Readonly<Record<string, unknown>> };
  };
  export { tags as default };
}

declare module 'exifreader/src/iptc-tags.js' {
  const iptc: {
    read(view: DataView, resourcesAt: number, includeUnknown: boolean): Readonly<Record<string, unknown>>;
  };
  export { iptc as default };
}
