#pragma once

#include "app/cli/Verb.h"

namespace atelier::cli {

class Session;

/// What both verbs take.
[[nodiscard]] std::vector<Option> tableOptions();

/// `job table`: a page of a job's file that is a table, or with --profile what its columns hold.
void lookAtJobTable(Session &session);
/// `data table`: the same of a data asset.
void lookAtAssetTable(Session &session);

} // namespace atelier::cli
