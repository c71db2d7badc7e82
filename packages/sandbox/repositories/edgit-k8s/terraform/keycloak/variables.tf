variable "keycloak_url" {
  type    = string
  default = "https://keycloak.exitthecloud.eu"
}

variable "keycloak_realm" {
  type    = string
  default = "edgit"
}

variable "vault_address" {
  type    = string
  default = "https://vault.exitthecloud.eu"
}

variable "vault_mount" {
  description = "kv v2 mount that External Secrets reads"
  type        = string
  default     = "kv"
}

variable "teams" {
  type    = list(string)
  default = ["atlas", "borealis", "platform"]
}
