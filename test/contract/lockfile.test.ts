import { readFileSync } from 'node:fs';
import { expect } from 'chai';

interface LockedPackage {
  version?: string;
  optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, LockedPackage>;
};

describe('package-lock.json', () => {
  // npm drops a platform package that the registry does not serve when it writes the lock, and refuses the lock on the next `npm ci`.
  it('holds every optional package that a package in it names', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {})
        .filter((name) => !isLocked(name, path))
        .map((name) => `${path} needs ${name}`),
    );
    expect(missing).to.deep.equal([]);
  });
});

/** Looks where Node would: in the package's own node_modules, then in that of each folder above. */
function isLocked(name: string, path: string): boolean {
  if (packages[`${path && `${path}/`}node_modules/${name}`]?.version) return true;
  return path !== '' && isLocked(name, path.slice(0, Math.max(path.lastIndexOf('/node_modules/'), 0)));
}
