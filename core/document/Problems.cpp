#include "core/document/Problems.h"

#include <algorithm>
#include <tuple>

namespace atelier {

namespace {

constexpr std::size_t most = 100; // nobody reads more at once, and a hostile document could make millions

/// As a person goes through the file; component files after it, in the order in which they were met.
std::vector<Error> inOrder(std::vector<Error> errors, const Node &root)
{
    std::vector<std::string> files{root.source ? root.source->name : std::string()};
    for (const Error &error : errors)
        if (std::find(files.begin(), files.end(), error.location.file) == files.end())
            files.push_back(error.location.file);
    const auto rank = [&](const Error &error) {
        return std::tuple(std::find(files.begin(), files.end(), error.location.file), error.location.line,
            error.location.column);
    };
    std::stable_sort(
        errors.begin(), errors.end(), [&](const Error &a, const Error &b) { return rank(a) < rank(b); });
    return errors;
}

} // namespace

void Problems::error(
    std::string code, const std::string &path, std::string sentence, ErrorArguments arguments, Aim aim)
{
    if (isFull())
        return countUntold();
    m_errors.push_back({ErrorKind::Invalid, std::move(code), std::move(sentence), std::move(arguments),
        locate(*m_root, path, aim)});
}

void Problems::warning(
    std::string code, const std::string &path, std::string sentence, ErrorArguments arguments, Aim aim)
{
    if (m_warnings.size() < most)
        m_warnings.push_back({ErrorKind::Invalid, std::move(code), std::move(sentence), std::move(arguments),
            locate(*m_root, path, aim)});
}

void Problems::add(Error error)
{
    if (m_errors.size() < most)
        m_errors.push_back(std::move(error));
    else
        ++m_untold;
}

void Problems::addWarnings(std::vector<Error> warnings)
{
    for (Error &warning : warnings)
        if (m_warnings.size() < most)
            m_warnings.push_back(std::move(warning));
}

bool Problems::isFull() const
{
    return m_errors.size() >= most;
}

bool Problems::hasEnoughWarnings() const
{
    return m_warnings.size() >= most;
}

bool Problems::hasErrorBelow(std::string_view path) const
{
    return std::any_of(m_errors.begin(), m_errors.end(), [&](const Error &error) {
        const std::string &place = error.location.path;
        return place.starts_with(path) && (place.size() == path.size() || place[path.size()] == '.');
    });
}

std::vector<Error> Problems::takeErrors()
{
    std::vector<Error> sorted = inOrder(std::move(m_errors), *m_root);
    if (m_untold > 0)
        sorted.push_back({ErrorKind::Invalid, "document.more-errors",
            "There are " + std::to_string(m_untold) + " more errors: correct these first.",
            {{"count", std::to_string(m_untold)}}, locate(*m_root, "")});
    m_untold = 0;
    return sorted;
}

std::vector<Error> Problems::takeWarnings()
{
    return inOrder(std::move(m_warnings), *m_root);
}

} // namespace atelier
