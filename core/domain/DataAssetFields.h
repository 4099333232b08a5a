#pragma once

#include "core/domain/DataAsset.h"
#include "core/domain/Fields.h"
#include "core/domain/Names.h"

#include <array>

namespace atelier {

inline constexpr std::array<std::string_view, 3> assetTypes{"uri_file", "uri_folder", "mltable"};

inline constexpr Rule assetName{isAssetName,
    "begin with a letter or digit and have only letters, digits, `.`, `_` and `-` (at most 255)",
    "^[A-Za-z0-9][A-Za-z0-9._-]*$"};

template<>
struct Described<DataAsset>
{
    static constexpr std::string_view noun = "A named, versioned reference to data.";
    static constexpr UnknownKeys unknownKeys = UnknownKeys::Refused;
    static constexpr auto fields = std::tuple{
        readOnly("$schema"),
        readOnly("id"),
        readOnly("creation_context"),
        field("name", &DataAsset::name, "what jobs call it (`azureml:<name>:<version>`).")
            .required()
            .ruledBy(assetName),
        field("version", &DataAsset::version, "Its version; the next number where it is absent.")
            .taking(Accepts::NumbersToo)
            .ruledBy(assetName),
        field("type", &DataAsset::type, "What lies at the path.").exactCase().oneOf(assetTypes),
        field("path", &DataAsset::path, "the local file or folder.").required(),
        field("description", &DataAsset::description, "What it holds."),
        field("tags", &DataAsset::tags, "Names and values to find it by.").taking(Accepts::AnyScalar),
        ignored("datastore", "data is on this machine."),
    };
};

} // namespace atelier
