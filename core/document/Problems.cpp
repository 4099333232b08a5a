#include "core/document/Problems.h"

#include <algorithm>
#include <tuple>

namespace atelier {

namespace {

constexpr std::size_t most = 100; // nobody reads more at once, and a hostile document could make millions

} // namespace

void Problems::error(
    std::string code, const std::string &path, std::string sentence, ErrorArguments arguments, Aim aim)
{
    if (m_errors.size() >= most) {
        ++m_untold;
        return;
    }
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

std::vector<Error> Problems::takeErrors()
{
    // As a person goes through the file; component files after it, in the order in which they were met.
    std::vector<std::string> files{m_root->source ? m_root->source->name : std::string()};
    const auto rank = [&](const Error &error) {
        const auto found = std::find(files.begin(), files.end(), error.location.file);
        if (found == files.end())
            files.push_back(error.location.file);
        return std::tuple(found - files.begin(), error.location.line, error.location.column);
    };
    std::vector<std::pair<decltype(rank(m_errors.front())), std::size_t>> order;
    for (std::size_t i = 0; i < m_errors.size(); ++i)
        order.emplace_back(rank(m_errors[i]), i);
    std::sort(order.begin(), order.end());
    std::vector<Error> sorted;
    for (const auto &[place, index] : order)
        sorted.push_back(std::move(m_errors[index]));
    m_errors.clear();
    if (m_untold > 0)
        sorted.push_back({ErrorKind::Invalid, "document.more-errors",
            "There are " + std::to_string(m_untold) + " more errors: correct these first.",
            {{"count", std::to_string(m_untold)}}, locate(*m_root, "")});
    m_untold = 0;
    return sorted;
}

} // namespace atelier
