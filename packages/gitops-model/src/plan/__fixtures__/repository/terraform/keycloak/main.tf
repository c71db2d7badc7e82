data "keycloak_realm" "edgit" {
  realm = "edgit"
}
