/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('node_snapshots', table => {
    table.comment(
      'What was last known of each machine; changes are told from it',
    );
    table.string('platform').notNullable();
    table.string('cluster').notNullable();
    table.string('node').notNullable();
    table
      .integer('revision')
      .notNullable()
      .comment('Grows with every write; a write of an older one is refused');
    table.text('detail').notNullable();
    table.primary(['platform', 'cluster', 'node']);
  });
  await knex.schema.createTable('node_changes', table => {
    table.increments('id');
    table.string('platform').notNullable();
    table.string('cluster').notNullable();
    table.string('node').notNullable();
    table.string('at', 24).notNullable();
    table.string('kind').notNullable();
    table.string('subject').notNullable();
    table.text('before').nullable();
    table.text('after').nullable();
    table.index(['platform', 'cluster', 'node', 'at']);
    table.index(['at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('node_changes');
  await knex.schema.dropTable('node_snapshots');
};
