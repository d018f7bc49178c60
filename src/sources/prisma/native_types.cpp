#include "sources/prisma/native_types.h"

#include <algorithm>
#include <array>

namespace pgplumb::prisma {
namespace {

using Takes = NativeType::Takes;

constexpr NativeType all_native_types[] = {
    {"Text", Scalar::String, "text"},
    {"VarChar", Scalar::String, "varchar", Takes::length},
    {"Char", Scalar::String, "bpchar", Takes::length, "1"},
    {"Uuid", Scalar::String, "uuid"},
    {"Citext", Scalar::String, "citext"},
    {"Bit", Scalar::String, "bit", Takes::positive_length, "1"},
    {"VarBit", Scalar::String, "varbit", Takes::positive_length},
    {"Inet", Scalar::String, "inet"},
    {"Xml", Scalar::String, "xml"},
    {"Boolean", Scalar::Boolean, "bool"},
    {"SmallInt", Scalar::Int, "int2"},
    {"Integer", Scalar::Int, "int4"},
    {"Oid", Scalar::Int, "oid"},
    {"BigInt", Scalar::BigInt, "int8"},
    {"Real", Scalar::Float, "float4"},
    {"DoublePrecision", Scalar::Float, "float8"},
    {"Decimal", Scalar::Decimal, "numeric", Takes::precision_and_scale},
    {"Money", Scalar::Decimal, "money"},
    {"Timestamp", Scalar::DateTime, "timestamp", Takes::precision},
    {"Timestamptz", Scalar::DateTime, "timestamptz", Takes::precision},
    {"Date", Scalar::DateTime, "date"},
    {"Time", Scalar::DateTime, "time", Takes::precision},
    {"Timetz", Scalar::DateTime, "timetz", Takes::precision},
    {"Json", Scalar::Json, "json"},
    {"JsonB", Scalar::Json, "jsonb"},
    {"ByteA", Scalar::Bytes, "bytea"},
};

constexpr std::array<ScalarType, 9> scalar_types{
    {{"text"}, {"bool"}, {"int4"}, {"int8"}, {"float8"}, {"numeric", "65,30"}, {"timestamp", "3"}, {"jsonb"}, {"bytea"}}};

}  // namespace

std::span<const NativeType> native_types() { return all_native_types; }

const NativeType* find_native_type(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(all_native_types), std::end(all_native_types), [&](auto& type) { return type.name == name; });
  return found == std::end(all_native_types) ? nullptr : found;
}

ScalarType type_of(Scalar scalar) { return scalar_types[static_cast<std::size_t>(scalar)]; }

}  // namespace pgplumb::prisma
