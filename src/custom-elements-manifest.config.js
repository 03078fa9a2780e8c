/**
 * Makes `custom-elements.json`: the public contract of the element, as editors, Storybook and documentation tools read it.
 * Paths are those of the package (`dist/…`), not of this repository.
 */
export default {
  globs: ['src/ui/job-application.ts', 'src/ui/events.ts', 'src/define.ts'],
  outdir: '.',
  litelement: true,
  plugins: [publicMembersOnly(), packagePaths()],
};

/** A private or protected member is nobody's contract. */
function publicMembersOnly() {
  return {
    name: 'public-members-only',
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        for (const declaration of module.declarations ?? []) {
          if (declaration.members) declaration.members = declaration.members.filter(isPublic);
        }
      }
    },
  };
}

function isPublic(member) {
  return !['private', 'protected'].includes(member.privacy) && !member.name.startsWith('#');
}

/** Everything public comes out of `dist/index.js`, except for the registration. */
function packagePaths() {
  return {
    name: 'package-paths',
    packageLinkPhase({ customElementsManifest }) {
      rewritePaths(customElementsManifest);
    },
  };
}

function rewritePaths(node) {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if ((key === 'path' || key === 'module') && typeof value === 'string') {
      node[key] = value
        .replace(/^\/?src\/define\.(ts|js)$/, 'dist/define.js')
        .replace(/^\/?src\/.*\.(ts|js)$/, 'dist/index.js');
    } else rewritePaths(value);
  }
}
