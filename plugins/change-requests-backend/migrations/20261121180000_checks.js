/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('intents', table => {
    table
      .string('checks')
      .nullable()
      .comment('What checks say of the head of an open pull request');
    table
      .string('merging')
      .nullable()
      .comment('Whether the base takes the head of an open pull request');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('intents', table => {
    table.dropColumn('checks');
    table.dropColumn('merging');
  });
};
