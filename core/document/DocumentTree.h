#pragma once

#include "core/base/Error.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// Where nodes were written: a file, or a setting on the command line.
struct Source
{
    std::string name; ///< as messages show it
    std::filesystem::path folder; ///< what relative paths in it are relative to; absolute, "" for JSON
};

/// 1-based; columns count code points; 0 where unknown.
struct Place
{
    int line = 0;
    int column = 0;
};

enum class NodeKind { Null, Text, Boolean, Integer, Number, Date, Sequence, Mapping };

struct Member;

/// One value of a document, with its place. Values own their children; copying one copies all below it.
struct Node
{
    NodeKind kind = NodeKind::Null;
    /// Text of a scalar: numbers and booleans as the text that reaches a command (`True`, `0.001`, `8`).
    std::string text;
    std::string written; ///< a scalar that is not text as its author wrote it (`yes`, `1.0e-3`, `010`)
    Place place;
    std::shared_ptr<const Source> source;
    std::vector<Node> items; ///< of a sequence
    std::vector<Member> members; ///< of a mapping; keys are unique
    bool isUnknown = false; ///< stands for what could not be read, which is reported: say no more of it

    [[nodiscard]] bool isScalar() const { return kind != NodeKind::Sequence && kind != NodeKind::Mapping; }
    [[nodiscard]] const Node *find(std::string_view key) const;
    [[nodiscard]] Node *find(std::string_view key);
};

struct Member
{
    std::string key;
    Place place; ///< of the key
    Node value;
};

/// `text`, `a number`, `a list`: what messages call a node of this kind.
[[nodiscard]] std::string_view nounOf(NodeKind kind);

/// The place in the text that an error should point at.
enum class Aim { OfValue, OfKey };

/// The node's place by its dotted key path; where the path ends early (or names the `component` that an
/// inline step leaves out), the nearest place above it.
[[nodiscard]] Location locate(const Node &root, std::string_view path, Aim aim = Aim::OfValue);

/// The dotted path of a child.
[[nodiscard]] std::string below(const std::string &path, std::string_view key);

} // namespace atelier
