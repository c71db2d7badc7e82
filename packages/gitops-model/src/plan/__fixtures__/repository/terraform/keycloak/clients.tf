# One client per app that people sign in to.

resource "keycloak_openid_client" "journal" {
  realm_id            = data.keycloak_realm.edgit.id
  client_id           = "journal"
  access_type         = "CONFIDENTIAL"
  valid_redirect_uris = ["https://journal.exitthecloud.eu/auth/callback"] # as documented
}
