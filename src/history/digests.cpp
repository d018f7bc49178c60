#include "history/digests.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <zlib.h>

namespace pgplumb {

namespace {

std::string digest(std::string_view text, const EVP_MD* algorithm) {
  std::string bytes(EVP_MAX_MD_SIZE, '\0');
  unsigned size = 0;
  EVP_Digest(text.data(), text.size(), reinterpret_cast<unsigned char*>(bytes.data()), &size, algorithm, nullptr);
  bytes.resize(size);
  return bytes;
}

std::string hex(const std::string& bytes) {
  std::string digits;
  for (unsigned char byte : bytes) digits += fmt::format("{:02x}", byte);
  return digits;
}

std::string base64(const std::string& bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');  // and the NUL that OpenSSL writes
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                   reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

}  // namespace

std::string md5_hex(std::string_view text) { return hex(digest(text, EVP_md5())); }
std::string sha1_hex(std::string_view text) { return hex(digest(text, EVP_sha1())); }
std::string sha256_hex(std::string_view text) { return hex(digest(text, EVP_sha256())); }
std::string sha384_hex(std::string_view text) { return hex(digest(text, EVP_sha384())); }
std::string sha256_base64(std::string_view text) { return base64(digest(text, EVP_sha256())); }

std::uint32_t crc32_of(std::string_view text, std::uint32_t so_far) {
  return static_cast<std::uint32_t>(crc32(so_far, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())));
}

}  // namespace pgplumb
