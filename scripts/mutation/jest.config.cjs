const path = require('node:path');

/** The package's own Jest configuration, for the tests of one area. */
module.exports = async () => {
  const area = JSON.parse(process.env.MUTATION_AREA);
  const directory = path.resolve(process.cwd(), area.package);
  const before = process.cwd();
  // Backstage's configuration is that of the working directory.
  process.chdir(directory);
  try {
    const config = await require('@backstage/cli/config/jest');
    const inPackage = glob =>
      glob.startsWith('!')
        ? `!${directory}/${glob.slice(1)}`
        : `${directory}/${glob}`;
    return { ...config, testMatch: area.tests.map(inPackage) };
  } finally {
    process.chdir(before);
  }
};
