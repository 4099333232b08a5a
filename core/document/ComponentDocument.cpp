#include "core/document/ComponentDocument.h"

#include "core/base/Json.h"
#include "core/document/DocumentCheck.h"
#include "core/document/DocumentKind.h"
#include "core/document/JsonTree.h"
#include "core/document/KindCodec.h"
#include "core/document/LocalFiles.h"
#include "core/document/YamlFile.h"

namespace atelier {

namespace {

Loaded<CommandComponent> readComponent(Node tree, std::vector<Error> warnings, bool isFile)
{
    Loaded<CommandComponent> loaded;
    loaded.tree = std::move(tree);
    Problems problems(loaded.tree);
    problems.addWarnings(std::move(warnings));
    if (isFile)
        LocalFiles(loaded.tree, problems).resolveComponent();
    CommandComponent component;
    if (!refuseFamily(loaded.tree, "component", problems)) {
        Codec<CommandComponent>::read({loaded.tree, {}, {}, problems}, component);
        checkComponent(component, {}, problems);
        if (isFile)
            warnOfMissingScript(component.command, component.code.path, "command", problems);
    }
    if (!problems.hasErrors())
        loaded.value = std::move(component);
    loaded.errors = problems.takeErrors();
    loaded.warnings = problems.takeWarnings();
    return loaded;
}

Loaded<CommandComponent> failed(Error error)
{
    Loaded<CommandComponent> loaded;
    loaded.errors.push_back(std::move(error));
    return loaded;
}

} // namespace

Loaded<CommandComponent> loadComponent(const std::filesystem::path &file)
{
    std::vector<Error> warnings;
    Result<Node> root = readYamlFile(file, file.string(), warnings);
    return root ? readComponent(*std::move(root), std::move(warnings), true) : failed(root.error());
}

Loaded<CommandComponent> componentFromJson(const Json &json)
{
    Result<Node> root = treeFromJson(json);
    return root ? readComponent(*std::move(root), {}, false) : failed(root.error());
}

Json componentToJson(const CommandComponent &component)
{
    return writeObject(component);
}

} // namespace atelier
