resource "vault_mount" "kv" {
  path    = "kv"
  type    = "kv"
  options = { version = "2" }
}

# What several apps of a team read.
resource "vault_kv_secret_v2" "atlas_shared" {
  mount = vault_mount.kv.path
  name  = "atlas/shared"
  data_json = jsonencode({
    sentry-dsn    = var.sentry_dsn # of all apps
    smtp-password = var.smtp_password
    /* the end */
  })
}

resource "vault_generic_secret" "borealis" {
  path      = "kv/borealis/tides"
  data_json = jsonencode({ token = var.tides_token, "api key" = var.tides_key })
}
