// Hashes as migration tools keep them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pgplumb {

// Lower-case hexadecimal.
std::string md5_hex(std::string_view text);
std::string sha1_hex(std::string_view text);
std::string sha256_hex(std::string_view text);
std::string sha384_hex(std::string_view text);

std::string sha256_base64(std::string_view text);

/// As zlib computes it; `so_far` is that of what came before.
std::uint32_t crc32_of(std::string_view text, std::uint32_t so_far = 0);

}  // namespace pgplumb
