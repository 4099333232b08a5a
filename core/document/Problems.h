#pragma once

#include "core/document/DocumentTree.h"

#include <string>
#include <vector>

namespace atelier {

/// Collects everything that is wrong with one document. Borrows the tree, in which it finds the places.
class Problems
{
public:
    explicit Problems(const Node &root)
        : m_root(&root)
    {
    }

    /// `path` is the dotted key path that the sentence is about.
    void error(std::string code, const std::string &path, std::string sentence, ErrorArguments arguments = {},
        Aim aim = Aim::OfValue);
    void warning(std::string code, const std::string &path, std::string sentence,
        ErrorArguments arguments = {}, Aim aim = Aim::OfValue);
    /// An error that already knows its file and line: of a component file that cannot be read.
    void add(Error error);
    void addWarnings(std::vector<Error> warnings);

    /// True once there are so many errors that more are only counted: then nobody reads their sentences.
    [[nodiscard]] bool isFull() const;
    [[nodiscard]] bool hasEnoughWarnings() const;
    void countUntold() { ++m_untold; }
    [[nodiscard]] bool hasErrors() const { return !m_errors.empty(); }
    [[nodiscard]] bool hasErrorBelow(std::string_view path) const;
    [[nodiscard]] std::vector<Error> takeErrors();
    [[nodiscard]] std::vector<Error> takeWarnings();

private:
    const Node *m_root;
    std::vector<Error> m_errors;
    std::vector<Error> m_warnings;
    std::size_t m_untold = 0;
};

} // namespace atelier
