#pragma once

#include "core/document/DocumentTree.h"
#include "core/document/Problems.h"
#include "core/domain/DataAsset.h"
#include "core/domain/Job.h"

#include <string>

namespace atelier {

/// What shape alone does not say: bindings, order, names, literals, paths and commands. Fills in what follows
/// from the rest (types and modes of values, the inputs of inline components).
void checkJob(CommandJob &job, const Node &root, Problems &problems);
void checkJob(PipelineJob &job, const Node &root, Problems &problems);
void checkComponent(const CommandComponent &component, const std::string &path, Problems &problems);
void checkAsset(const DataAsset &asset, Problems &problems);

/// What a text in the place of a path is.
enum class PathForm {
    Local,
    Asset, ///< `azureml:name:version`
    Expression,
    Remote, ///< an address that nothing here can read
};

[[nodiscard]] PathForm pathForm(std::string_view text);

} // namespace atelier
