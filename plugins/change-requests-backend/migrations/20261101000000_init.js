/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('intents', table => {
    table.string('id', 36).primary();
    table.string('content_key', 64).notNullable().comment('What is asked for');
    table
      .integer('generation')
      .notNullable()
      .comment('How often the same was asked for and merged before');
    table.string('intent_key', 64).notNullable().unique();
    table.string('platform').notNullable();
    table.text('operations').notNullable();
    table.string('requester').notNullable();
    table.text('requester_groups').notNullable();
    table.boolean('requester_platform_team').notNullable();
    table.string('template_name').nullable();
    table.string('template_version').nullable();
    table.text('title').notNullable();
    table.string('state').notNullable();
    table.integer('attempt').notNullable().comment('Suffix of the branch');
    table.string('branch').notNullable();
    table.string('base_commit', 40).notNullable();
    table.string('tree', 40).notNullable().comment('All files after the edits');
    table.text('edits').notNullable();
    table.text('findings').notNullable();
    table.integer('pull_request_number').nullable();
    table.text('pull_request_url').nullable();
    table.string('head_commit', 40).nullable();
    table.string('merge_commit', 40).nullable();
    table.string('merged_at', 24).nullable();
    table.text('failure').nullable();
    table.text('stale_reason').nullable();
    table.string('lease_owner', 36).nullable();
    table.string('lease_until', 24).nullable();
    table
      .integer('fence')
      .notNullable()
      .comment('Grows with every claim; a write of an older claim is refused');
    table.integer('tries').notNullable();
    table.string('next_attempt_at', 24).notNullable();
    table.string('created_at', 24).notNullable();
    table.string('updated_at', 24).notNullable();
    table.string('observed_at', 24).nullable();
    table.unique(['content_key', 'generation']);
    table.index(['state', 'next_attempt_at']);
    table.index(['created_at']);
  });

  await knex.schema.createTable('intent_apps', table => {
    table
      .string('intent_id', 36)
      .notNullable()
      .references('id')
      .inTable('intents')
      .onDelete('CASCADE');
    table.string('app').notNullable().index();
    table.primary(['intent_id', 'app']);
  });

  await knex.schema.createTable('timeline', table => {
    table.increments('id');
    table
      .string('intent_id', 36)
      .notNullable()
      .index()
      .references('id')
      .inTable('intents')
      .onDelete('CASCADE');
    table.string('at', 24).notNullable();
    table.string('event').notNullable();
    table.string('actor').nullable();
    table.text('detail').nullable();
  });

  await knex.schema.createTable('observer_leases', table => {
    table.string('platform').primary();
    table.string('lease_owner', 36).notNullable();
    table.string('lease_until', 24).notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('observer_leases');
  await knex.schema.dropTable('timeline');
  await knex.schema.dropTable('intent_apps');
  await knex.schema.dropTable('intents');
};
