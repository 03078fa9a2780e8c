/**
 * Makes `custom-elements.json`: the public contract of the element, as editors, Storybook and documentation tools read it.
 * Paths are those of the package (`dist/…`), not of this repository.
 */
export default {
  globs: ['src/ui/job-application.ts', 'src/ui/events.ts'],
  outdir: '.',
  litelement: true,
  // It would write its folder into package.json.
  packagejson: false,
  plugins: [parameterProperties(), publicContract()],
};

/** Adds the fields that a class declares in its constructor, as the events do (`constructor(readonly posting: Posting)`). */
function parameterProperties() {
  return {
    name: 'parameter-properties',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isClassDeclaration(node)) return;
      const declaration = moduleDoc.declarations.find(({ name }) => name === node.name?.text);
      const parameters = node.members.find(ts.isConstructorDeclaration)?.parameters ?? [];
      for (const parameter of parameters.filter((each) => ts.isParameterPropertyDeclaration(each, each.parent))) {
        const description = ts.getJSDocCommentsAndTags(parameter)[0]?.comment;
        const modifiers = parameter.modifiers.map(({ kind }) => kind);
        (declaration.members ??= []).push({
          kind: 'field',
          name: parameter.name.getText(),
          ...(parameter.type && { type: { text: parameter.type.getText() } }),
          ...(typeof description === 'string' && { description }),
          ...(modifiers.includes(ts.SyntaxKind.ReadonlyKeyword) && { readonly: true }),
          ...(modifiers.includes(ts.SyntaxKind.PrivateKeyword) && { privacy: 'private' }),
        });
      }
    },
  };
}

/** Leaves what a user of the package can reach: everything in `dist/index.js`, and the registration in `dist/define.js`. */
function publicContract() {
  return {
    name: 'public-contract',
    packageLinkPhase({ customElementsManifest }) {
      const exported = customElementsManifest.modules.flatMap((module) => module.exports ?? []);
      const declarations = customElementsManifest.modules
        .flatMap((module) => module.declarations ?? [])
        .filter(({ name }) => exported.some((each) => each.name === name));
      const path = 'dist/index.js';
      for (const declaration of declarations) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
        if (declaration.superclass?.name === 'Event') declaration.superclass = { name: 'Event', package: 'global:' };
        for (const inherited of [...(declaration.members ?? []), ...(declaration.attributes ?? [])]) {
          if (inherited.inheritedFrom) inherited.inheritedFrom.module = path;
        }
      }
      const names = declarations.map(({ name }) => name);
      const definitions = declarations
        .filter(({ tagName }) => tagName)
        .map(({ tagName, name }) => ({
          kind: 'custom-element-definition',
          name: tagName,
          declaration: { name, module: path },
        }));
      customElementsManifest.modules = [
        {
          kind: 'javascript-module',
          path,
          declarations,
          exports: names.map((name) => ({ kind: 'js', name, declaration: { name, module: path } })),
        },
        { kind: 'javascript-module', path: 'dist/define.js', declarations: [], exports: definitions },
      ];
    },
  };
}

function isPublic({ privacy, name }) {
  return privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#');
}
